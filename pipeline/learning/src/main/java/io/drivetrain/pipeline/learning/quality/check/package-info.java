/** Holds prepared data against expectations of files, cells, rows and the data of the champion. */
package io.drivetrain.pipeline.learning.quality.check;
