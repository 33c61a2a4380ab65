/** Finds a model by its URI, follows it, and reads its files through the caches. */
package io.drivetrain.registry.client.source;
