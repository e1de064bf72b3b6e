package io.lvxiaoshen;

import java.nio.file.Path;
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
    void drawsTheModules() {
        new Documenter(
                        modules,
                        Options.defaults()
                                .withOutputFolder(Path.of("../docs/modules").toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
