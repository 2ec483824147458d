package noisebook.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/** Libraries and what they depend on, from the repositories and with the settings of the user's {@code ~/.m2}. */
final class MavenLibraries {
    private final Context context;
    private final List<RemoteRepository> repositories;

    MavenLibraries() {
        context = Runtimes.INSTANCE
                .getRuntime()
                .create(ContextOverrides.create()
                        .withUserSettings(true)
                        .transferListener(new DownloadLog())
                        .build());
        repositories = new ArrayList<>(context.remoteRepositories());
    }

    void addRepository(String id, String url) {
        RemoteRepository repository = new RemoteRepository.Builder(id, "default", url).build();
        repositories.removeIf(known -> known.getId().equals(id));
        repositories.addAll(context.repositorySystem()
                .newResolutionRepositories(context.repositorySystemSession(), List.of(repository)));
    }

    /** The jars of libraries such as {@code group:artifact:version}, and of what these need to run. */
    List<Path> resolve(List<String> coordinates) throws RepositoryException {
        CollectRequest request = new CollectRequest();
        for (String one : coordinates) {
            request.addDependency(new Dependency(artifact(one), JavaScopes.RUNTIME));
        }
        return resolve(request.setRepositories(repositories), List.of(JavaScopes.COMPILE, JavaScopes.RUNTIME));
    }

    private static Artifact artifact(String coordinates) {
        try {
            return new DefaultArtifact(coordinates);
        } catch (IllegalArgumentException e) {
            throw new UsageException(coordinates + " is not of the form group:artifact:version");
        }
    }

    /** The jars that a pom depends on in some scopes. */
    List<Path> resolvePom(Path pom, List<String> scopes) throws RepositoryException {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setWorkspaceReader(new PomWorkspace(pom));
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        ArtifactDescriptorResult project = context.repositorySystem()
                .readArtifactDescriptor(session, new ArtifactDescriptorRequest(PomWorkspace.PROJECT, repositories, ""));
        CollectRequest request = new CollectRequest();
        request.setDependencies(project.getDependencies().stream()
                .filter(dependency -> scopes.contains(dependency.getScope()))
                .toList());
        request.setManagedDependencies(project.getManagedDependencies());
        List<RemoteRepository> all = new ArrayList<>(repositories);
        all.addAll(project.getRepositories());
        return resolve(request.setRepositories(all), scopes);
    }

    private List<Path> resolve(CollectRequest request, List<String> scopes) throws RepositoryException {
        RepositorySystemSession session = context.repositorySystemSession();
        DependencyRequest all = new DependencyRequest(request, DependencyFilterUtils.classpathFilter(scopes));
        try {
            return context.repositorySystem().resolveDependencies(session, all).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> artifact.getFile().toPath())
                    .toList();
        } catch (RepositoryException e) {
            throw new RepositoryException(
                    e.getMessage() + ". Check the spelling and the network; %mavenRepo id url adds a repository", e);
        }
    }
}
