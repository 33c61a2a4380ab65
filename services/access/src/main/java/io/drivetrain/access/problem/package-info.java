/**
 * The one way to answer an error: problem documents (RFC 9457), the exception that carries one, and
 * the ids under which unexpected errors are logged.
 */
package io.drivetrain.access.problem;
