package io.lvxiaoshen.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The models that the product may load, read from {@code registry.json} beside this class. Immutable. */
public final class ModelRegistry {
    /** The model that embeds text unless the configuration names another. */
    public static final String DEFAULT_EMBEDDING = "bge-small-zh-v1.5-int8";

    private static final String FILE = "registry.json";

    private final Map<String, ModelCard> cards;

    private ModelRegistry(List<ModelCard> cards) {
        Map<String, ModelCard> byName = new LinkedHashMap<>();
        for (ModelCard card : cards) {
            if (byName.put(card.name(), card) != null) {
                throw new IllegalArgumentException("registered twice: " + card.name());
            }
        }
        this.cards = Map.copyOf(byName);
    }

    /** Reads the registry from the class path. No weights are read yet. */
    public static ModelRegistry load() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = ModelRegistry.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing on the class path");
            }
            return new ModelRegistry(List.of(json.readValue(in, ModelCard[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the card of a model.
     *
     * @throws UnusableModelException if no such model is registered
     */
    public ModelCard get(String name) {
        ModelCard card = cards.get(name);
        if (card == null) {
            throw new UnusableModelException("no model named " + name + "; registered are " + cards.keySet());
        }
        return card;
    }

    /** Returns every card, in no order. */
    public List<ModelCard> all() {
        return List.copyOf(cards.values());
    }
}
