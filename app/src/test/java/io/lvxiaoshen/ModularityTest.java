package io.lvxiaoshen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

/** The house stands as it was drawn: modules depend downward, through root packages alone. */
class ModularityTest {
    private static final Pattern ENTRY = Pattern.compile("Rel\\(|\\|?\\* ");

    private final ApplicationModules modules = ApplicationModules.of(LvxiaoshenApplication.class);

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void drawsTheModules() throws IOException {
        Path folder = Path.of("../docs/modules");
        new Documenter(modules, Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                keepStill(file);
            }
        }
    }

    /** Relations and lists come in another order each time; a drawing that did not change should not look changed. */
    private static void keepStill(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int from = 0; from < lines.size(); from++) {
            int to = from;
            while (to < lines.size() && ENTRY.matcher(lines.get(to)).lookingAt()) {
                to++;
            }
            sort(lines.subList(from, to));
            from = Math.max(from, to - 1);
        }
        Files.write(file, lines);
    }

    /** Sorts lines but for the mark at the beginning of each, which stays where it is. */
    private static void sort(List<String> lines) {
        List<String> sorted = lines.stream()
                .map(line -> ENTRY.matcher(line).replaceFirst(""))
                .sorted()
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Matcher mark = ENTRY.matcher(lines.get(i));
            lines.set(i, (mark.lookingAt() ? mark.group() : "") + sorted.get(i));
        }
    }
}
