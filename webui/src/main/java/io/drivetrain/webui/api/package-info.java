/** How an API call of this application is refused: RFC 9457 problems. */
package io.drivetrain.webui.api;
