package io.lvxiaoshen;

import io.lvxiaoshen.ApiClient.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample regulations that the documentation offers to try with. */
final class Examples {
    static final Path FOLDER = Path.of("..", "docs", "examples");

    private Examples() {}

    static List<Upload> all() throws IOException {
        List<Upload> uploads = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                uploads.add(Upload.of(file));
            }
        }
        return uploads;
    }

    /** Returns a regulation about {@code tree} of {@code articles} articles, in which nothing else is the subject. */
    static Upload generated(String tree, int articles) {
        StringBuilder text = new StringBuilder("# 示例市" + tree + "养护规定\n\n");
        for (int i = 1; i <= articles; i++) {
            text.append("第%d条 %s第%d养护片由第%d班组负责，每%d天巡查一次，发现缺株应当在%d日内补种。\n\n"
                    .formatted(i, tree, i, i % 17, i % 9 + 1, i % 5 + 2));
        }
        return new Upload("示例市" + tree + "养护规定.md", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
