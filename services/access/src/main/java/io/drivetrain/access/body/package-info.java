/**
 * JSON bodies of requests as validated records: read strictly, every wrong field named in the
 * answer.
 */
package io.drivetrain.access.body;
