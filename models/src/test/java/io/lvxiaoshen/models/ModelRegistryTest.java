package io.lvxiaoshen.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelRegistryTest {
    private final ModelRegistry registry = ModelRegistry.load();

    @Test
    void namesLicenceAndOriginOfEveryModel() {
        assertThat(registry.all()).isNotEmpty().allSatisfy(card -> {
            assertThat(card.weights().licence()).isNotBlank();
            assertThat(card.packageLicence()).isNotBlank();
            assertThat(card.coordinates()).matches("[^:]+:[^:]+:[^:]+");
            assertThat(card.source()).isNotBlank();
        });
    }

    @Test
    void carriesExactlyTheRegisteredFiles() {
        assertThat(registry.all()).allSatisfy(card -> {
            assertThat(card.weights().read()).isNotEmpty();
            assertThat(card.tokenizer().read()).isNotEmpty();
        });
    }

    @Test
    void saysWhichModelsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> registry.get("bge-huge"))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("bge-huge")
                .hasMessageContaining("bge-small-zh-v1.5-int8");
    }
}
