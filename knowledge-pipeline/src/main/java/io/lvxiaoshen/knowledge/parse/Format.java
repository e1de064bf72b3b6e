package io.lvxiaoshen.knowledge.parse;

import java.util.Set;
import org.apache.tika.mime.MediaType;

/**
 * What a file was found to be.
 *
 * @param type from its content, made more precise by its name among text formats
 * @param name the file's name
 */
record Format(MediaType type, String name) {
    private static final String MARKDOWN = "text/markdown";

    private static final Set<String> WITHOUT_TEXT = Set.of("image", "audio", "video", "font", "model");

    static final MediaType PDF = MediaType.application("pdf");

    boolean isPdf() {
        return type.getBaseType().equals(PDF);
    }

    boolean isMarkdown() {
        return type.getBaseType().toString().equals(MARKDOWN);
    }

    boolean isHtml() {
        String base = type.getBaseType().toString();
        return base.equals("text/html") || base.equals("application/xhtml+xml");
    }

    boolean isSeparatedValues() {
        String base = type.getBaseType().toString();
        return base.equals("text/csv") || base.equals("text/tab-separated-values");
    }

    /** Pictures, sound and their like, whose parsers give nothing but remarks on the file. */
    boolean isWithoutText() {
        return WITHOUT_TEXT.contains(type.getType());
    }

    /** The type without parameters. */
    String mediaType() {
        return type.getBaseType().toString();
    }
}
