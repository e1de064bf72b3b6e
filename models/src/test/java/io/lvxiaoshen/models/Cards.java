package io.lvxiaoshen.models;

import io.lvxiaoshen.models.ModelCard.SelfTest;
import io.lvxiaoshen.models.ModelCard.Tensor;
import java.util.List;

/** Variations of the registered card, each broken in one way. */
final class Cards {
    static final ModelCard REGISTERED = ModelRegistry.load().get(ModelRegistry.DEFAULT_EMBEDDING);

    private Cards() {}

    static ModelCard with(ModelFile weights) {
        return copy(weights, REGISTERED.outputs(), REGISTERED.selfTest());
    }

    static ModelCard with(List<Tensor> outputs) {
        return copy(REGISTERED.weights(), outputs, REGISTERED.selfTest());
    }

    static ModelCard with(SelfTest selfTest) {
        return copy(REGISTERED.weights(), REGISTERED.outputs(), selfTest);
    }

    private static ModelCard copy(ModelFile weights, List<Tensor> outputs, SelfTest selfTest) {
        return new ModelCard(
                REGISTERED.name(),
                REGISTERED.purpose(),
                REGISTERED.coordinates(),
                REGISTERED.packageLicence(),
                REGISTERED.source(),
                weights,
                REGISTERED.tokenizer(),
                REGISTERED.inputs(),
                outputs,
                REGISTERED.maximumTokens(),
                REGISTERED.queryInstruction(),
                REGISTERED.lowerCase(),
                REGISTERED.options(),
                selfTest);
    }
}
