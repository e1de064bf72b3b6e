package io.lvxiaoshen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

/** The house stands as it was drawn: modules depend downward, through root packages alone. */
class ModularityTest {
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
                sortRelations(file);
            }
        }
    }

    /** The relations come in another order each time; a drawing that did not change should not look changed. */
    private static void sortRelations(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> relations =
                lines.stream().filter(ModularityTest::isRelation).sorted().toList();
        Iterator<String> next = relations.iterator();
        Files.write(
                file,
                lines.stream()
                        .map(line -> isRelation(line) ? next.next() : line)
                        .toList());
    }

    private static boolean isRelation(String line) {
        return line.startsWith("Rel(");
    }
}
