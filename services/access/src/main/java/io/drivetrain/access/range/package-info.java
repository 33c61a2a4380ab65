/** Parts of a content that the header Range asks for (RFC 9110, 14.2). */
package io.drivetrain.access.range;
