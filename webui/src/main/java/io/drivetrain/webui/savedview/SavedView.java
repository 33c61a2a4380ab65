package io.drivetrain.webui.savedview;

import java.time.Instant;
import java.util.UUID;

/**
 * A state of a page that has a name.
 *
 * @param page address of the page: {@code experiments/runs}
 * @param name unique on its page
 * @param query the query of the page's address, without a question mark
 */
public record SavedView(UUID id, String page, String name, String query, Instant savedAt) {}
