package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;

/** What Vaadin's upload says, in the page's language. */
final class UploadTexts {
  private UploadTexts() {}

  static UploadI18N in(Locale locale) {
    UploadI18N texts = new UploadI18N();
    texts.setDropFiles(new UploadI18N.DropFiles().setOne(text("upload.drop", locale)));
    texts.setAddFiles(new UploadI18N.AddFiles().setOne(text("upload.choose", locale)));
    texts.setError(
        new UploadI18N.Error()
            .setTooManyFiles(text("upload.tooMany", locale))
            .setFileIsTooBig(text("upload.tooBig", locale))
            .setIncorrectFileType(text("upload.wrongType", locale)));
    texts.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(text("upload.connecting", locale))
                    .setStalled(text("upload.stalled", locale))
                    .setProcessing(text("upload.processing", locale))
                    .setHeld(text("upload.held", locale)))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(text("upload.remaining", locale))
                    .setUnknown(text("upload.remainingUnknown", locale)))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(text("upload.unavailable", locale))
                    .setUnexpectedServerError(text("upload.failed", locale))
                    .setForbidden(text("upload.failed", locale))));
    texts.setFile(
        new UploadI18N.File()
            .setRetry(text("step.retry", locale))
            .setStart(text("trigger.start", locale))
            .setRemove(text("upload.remove", locale)));
    texts.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB"), 1000));
    return texts;
  }

  private static String text(String key, Locale locale) {
    return I18NProvider.translate(locale, key);
  }
}
