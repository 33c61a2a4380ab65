/** Where people find the pages of an application that has none itself. */
package io.drivetrain.access.page;
