package io.assay.harness.cli;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.jar.Manifest;
import picocli.CommandLine;

/** The version that the jar's manifest tells. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Enumeration<URL> manifests = Version.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            try (var in = manifests.nextElement().openStream()) {
                String version = new Manifest(in).getMainAttributes().getValue("Assay-Version");
                if (version != null) {
                    return new String[] {"assay " + version};
                }
            }
        }
        return new String[] {"assay, not from a jar"};
    }
}
