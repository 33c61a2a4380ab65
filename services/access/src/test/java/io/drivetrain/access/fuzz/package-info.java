/**
 * Requests made from the OpenAPI document of a running application, for tests that no request makes
 * it fail.
 */
package io.drivetrain.access.fuzz;
