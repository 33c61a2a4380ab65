/**
 * The transactional outbox: messages are stored in the transaction that they report, and sent
 * afterwards, at least once, by whichever replica claims them.
 */
package io.drivetrain.outbox;
