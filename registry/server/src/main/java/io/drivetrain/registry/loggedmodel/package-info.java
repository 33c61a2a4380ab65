/**
 * MLflow 3's logged models: create, finish, search, tags, params. A registered version may name one
 * as its source.
 */
package io.drivetrain.registry.loggedmodel;
