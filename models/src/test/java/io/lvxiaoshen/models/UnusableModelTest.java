package io.lvxiaoshen.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.models.ModelCard.ElementType;
import io.lvxiaoshen.models.ModelCard.SelfTest;
import io.lvxiaoshen.models.ModelCard.Tensor;
import io.lvxiaoshen.platform.Sha256;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnusableModelTest {
    @AutoClose
    private final InferenceSessions sessions = new InferenceSessions(1);

    @Test
    void refusesAlteredWeightsBeforeTheyRun() {
        ModelFile altered = new ModelFile(Cards.REGISTERED.weights().resource(), Sha256.of(new byte[] {1}), "MIT");
        assertRefused(Cards.with(altered), "SHA-256");
    }

    @Test
    void refusesMissingWeights() {
        assertRefused(Cards.with(new ModelFile("nowhere.onnx", Sha256.of(new byte[0]), "MIT")), "nowhere.onnx");
    }

    @Test
    void refusesAGraphWithOtherTensorsThanRegistered() {
        assertRefused(
                Cards.with(List.of(new Tensor("last_hidden_state", ElementType.FLOAT, List.of(-1L, -1L, 384L)))),
                "last_hidden_state");
    }

    @Test
    void refusesAModelThatGivesNoiseOnThisMachine() {
        SelfTest honest = Cards.REGISTERED.selfTest();
        List<Float> noise = IntStream.range(0, honest.expected().size())
                .mapToObj(i ->
                        honest.expected().get((i * 7 + 3) % honest.expected().size()))
                .toList();
        assertRefused(Cards.with(new SelfTest(honest.input(), noise, honest.minimumCosine())), "self-test");
    }

    private void assertRefused(ModelCard card, String because) {
        assertThatThrownBy(() -> OnnxTextEmbedder.open(card, sessions))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(because);
    }
}
