package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of all knowledge bases, a folder each below one root. An index that cannot be read, or was built with other
 * means, is thrown away and begun anew: all that it held is in the database. Thread-safe.
 */
public final class ChunkIndexes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkIndexes.class);

    private final Map<UUID, ChunkIndex> open = new TreeMap<>();
    private final Path root;
    private final String model;

    /**
     * Opens every index that stands below {@code root}.
     *
     * @param root is made if it does not exist
     * @param model name and revision of the model whose vectors the indexes hold
     */
    public ChunkIndexes(Path root, String model) throws IOException {
        this.root = Files.createDirectories(root);
        this.model = model;
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                of(UUID.fromString(folder.getFileName().toString()));
            }
        }
    }

    /** Returns the index of a knowledge base; it is made if it does not exist. */
    public synchronized ChunkIndex of(UUID knowledgeBaseId) {
        return open.computeIfAbsent(knowledgeBaseId, this::open);
    }

    /** Returns the indexes of those knowledge bases that have one. */
    public synchronized Collection<ChunkIndex> existing(Collection<UUID> knowledgeBaseIds) {
        List<ChunkIndex> found = new ArrayList<>();
        for (UUID id : knowledgeBaseIds) {
            ChunkIndex index = open.get(id);
            if (index != null) {
                found.add(index);
            }
        }
        return found;
    }

    /** Returns every index by its knowledge base. */
    public synchronized Map<UUID, ChunkIndex> all() {
        return Map.copyOf(open);
    }

    /** Removes the index of a knowledge base with its folder, if there is one. */
    public synchronized void drop(UUID knowledgeBaseId) throws IOException {
        ChunkIndex index = open.remove(knowledgeBaseId);
        if (index != null) {
            index.close();
        }
        delete(folder(knowledgeBaseId));
    }

    private Path folder(UUID knowledgeBaseId) {
        return root.resolve(knowledgeBaseId.toString());
    }

    private ChunkIndex open(UUID knowledgeBaseId) {
        Path folder = folder(knowledgeBaseId);
        try {
            try {
                return ChunkIndex.open(folder, model);
            } catch (IOException | RuntimeException e) {
                LOG.warn("index of knowledge base {} is unusable and will be built anew", knowledgeBaseId, e);
                delete(folder);
                return ChunkIndex.open(folder, model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no index can be made at " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public synchronized void close() throws IOException {
        for (ChunkIndex index : open.values()) {
            index.close();
        }
        open.clear();
    }
}
