package org.almoner.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Where gateways' reports are put. A report is there in full or not at all; the same one again takes its place. */
@Component
@EnableConfigurationProperties(ReportSettings.class)
public class ReportFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private final Path folder;

    ReportFolder(ReportSettings settings) {
        this.folder = settings.folder();
    }

    /**
     * @param name of the file; never of another folder
     * @param report writes it, and may fail
     */
    public void keep(String name, Consumer<OutputStream> report) {
        if (!NAME.matcher(name).matches()) {
            throw new GatewayRefusal("the name of a report is none of a file");
        }
        try {
            Files.createDirectories(folder);
            write(Files.createTempFile(folder, ".", ".part"), folder.resolve(name), report);
        } catch (IOException e) {
            throw new GatewayFailure(
                    "the report cannot be written: " + e.getClass().getSimpleName());
        }
    }

    private static void write(Path part, Path whole, Consumer<OutputStream> report) throws IOException {
        try {
            try (var out = Files.newOutputStream(part)) {
                report.accept(out);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
