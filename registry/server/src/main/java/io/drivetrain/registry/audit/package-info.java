/**
 * The audit trail: who changed what, when and why, page by page. Every change of a model or an
 * experiment writes its row in the same transaction.
 */
package io.drivetrain.registry.audit;
