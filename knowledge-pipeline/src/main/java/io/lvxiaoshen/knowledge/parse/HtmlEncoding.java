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
        if (Utf8Check.firstError(page) < 0) {
            return StandardCharsets.UTF_8;
        }
        return declared(page)
                .filter(charset -> TextEncoding.fits(page, charset))
                .orElseGet(() -> TextEncoding.of(page));
    }

    private static Optional<Charset> declared(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? TextEncoding.charset(matcher.group(1)).map(HtmlEncoding::widened) : Optional.empty();
    }

    /** Browsers read the encodings that pages declare as wider ones that hold them; so do we. */
    private static Charset widened(Charset charset) {
        return switch (charset.name()) {
            case "GB2312", "GBK" -> Charset.forName("GB18030");
            case "ISO-8859-1", "US-ASCII" -> Charset.forName("windows-1252");
            default -> charset;
        };
    }
}
