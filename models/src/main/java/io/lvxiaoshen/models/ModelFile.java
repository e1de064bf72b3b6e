package io.lvxiaoshen.models;

import io.lvxiaoshen.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a model on the class path.
 *
 * @param resource absolute name on the class path, without a leading slash
 * @param sha256 digest of its bytes
 * @param licence SPDX identifier of the licence of its content
 */
public record ModelFile(String resource, Sha256 sha256, String licence) {

    /**
     * Reads the file and checks it.
     *
     * @throws UnusableModelException if it is missing or is not the file that was registered
     */
    byte[] read() {
        try (InputStream in = ModelFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnusableModelException("model file missing on the class path: " + resource);
            }
            byte[] bytes = in.readAllBytes();
            Sha256 found = Sha256.of(bytes);
            if (!found.equals(sha256)) {
                throw new UnusableModelException(
                        "model file " + resource + " is not the registered one: SHA-256 " + found + ", not " + sha256);
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableModelException("model file unreadable: " + resource, e);
        }
    }
}
