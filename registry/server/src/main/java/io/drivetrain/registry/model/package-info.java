/**
 * Registered models, versions, stages and aliases, and their promotion. Stage Production and alias
 * champion move together, in one transaction.
 */
package io.drivetrain.registry.model;
