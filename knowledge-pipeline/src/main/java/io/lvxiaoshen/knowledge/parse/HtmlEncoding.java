package io.lvxiaoshen.knowledge.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding of a web page: what it declares if that is true, else what its bytes show. */
final class HtmlEncoding {
    private static final int HEAD = 4096;
    private static final Pattern DECLARED = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w-]{2,40})");

    private HtmlEncoding() {}

    /** Returns the encoding in which all of the page can be decoded. */
    static Charset of(byte[] page) {
        return declared(page)
                .filter(charset -> !charset.equals(StandardCharsets.ISO_8859_1))
                .filter(charset -> TextEncoding.fits(page, charset))
                .orElseGet(() -> TextEncoding.of(page));
    }

    private static Optional<Charset> declared(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? TextEncoding.charset(matcher.group(1)).map(HtmlEncoding::widened) : Optional.empty();
    }

    /** Pages that declare GB 2312 or GBK use characters of GB18030, which holds both. */
    private static Charset widened(Charset charset) {
        boolean chinese =
                charset.name().equalsIgnoreCase("GB2312") || charset.name().equalsIgnoreCase("GBK");
        return chinese ? Charset.forName("GB18030") : charset;
    }
}
