package io.lvxiaoshen;

import io.lvxiaoshen.ApiClient.Upload;
import java.io.IOException;
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

    /** Returns a regulation of {@code articles} articles, each different from those of every other number. */
    static Upload generated(int number, int articles) {
        StringBuilder text = new StringBuilder("# 示例规定第" + number + "号\n\n");
        for (int i = 1; i <= articles; i++) {
            text.append("第%d条 编号%d-%d的绿地由第%d养护班组负责，每%d天巡查一次，发现缺株应当在%d日内补种。\n\n"
                    .formatted(i, number, i, i % 17, i % 9 + 1, i % 5 + 2));
        }
        return new Upload("示例规定" + number + ".md", text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
