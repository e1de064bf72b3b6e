package io.lvxiaoshen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of one JSON object per line, gzipped or not. */
public final class JsonLines {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonLines() {}

    /**
     * Reads a file.
     *
     * @param file ends in {@code .gz} if it is gzipped
     * @param problems told of every line that is no JSON object
     * @param each given every object with the name of its line, {@code file:number}
     */
    public static void read(Path file, Problems problems, BiConsumer<JsonNode, String> each) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String name = file.getFileName() + ":" + number;
                if (!line.isBlank()) {
                    parse(line, name, problems, each);
                }
            }
        }
    }

    private static void parse(String line, String name, Problems problems, BiConsumer<JsonNode, String> each) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            problems.failed(name, "不是合法的 JSON（" + e.getOriginalMessage() + "）");
            return;
        }
        if (node.isObject()) {
            each.accept(node, name);
        } else {
            problems.failed(name, "不是 JSON 对象");
        }
    }

    /** Returns the text of a field; empty if it is missing or no text. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
