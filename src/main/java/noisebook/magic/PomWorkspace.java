package noisebook.magic;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Lends a pom file the coordinates {@link #PROJECT}, so that the resolver reads it as it reads all others. */
record PomWorkspace(Path pom) implements WorkspaceReader {
    static final Artifact PROJECT = new DefaultArtifact("noisebook.cell:project:pom:1");

    @Override
    public WorkspaceRepository getRepository() {
        return new WorkspaceRepository();
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        boolean ours = artifact.getGroupId().equals(PROJECT.getGroupId())
                && artifact.getArtifactId().equals(PROJECT.getArtifactId());
        return ours ? pom.toAbsolutePath().toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
