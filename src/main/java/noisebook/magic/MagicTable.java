package noisebook.magic;

import java.util.List;
import java.util.Optional;
import noisebook.repl.JavaSession;
import noisebook.repl.Variable;

/** All magics of a session. */
final class MagicTable {
    private final JavaSession session;
    private final List<Magic> magics;

    MagicTable(JavaSession session, Magics runner) {
        this.session = session;
        Libraries libraries = new Libraries(session);
        SourceFiles files = new SourceFiles(runner);
        Timing timing = new Timing(session);
        magics = List.of(
                effect(
                        "%classpath path …",
                        "Adds jars and folders; *.jar takes all of a folder.", libraries::classPath),
                effect(
                        "%env [name[=value]]",
                        "Prints environment variables, or sets one for Java and the programs it starts.",
                        Environment::printOrSet),
                effect("%help [magic]", "Prints what a magic does, or all of them.", this::help),
                effect("%jars path …", "The same as %classpath.", libraries::classPath),
                new Magic("%load file", "Runs a .java, .jshell or .ipynb file as if it stood here.", files::load),
                effect("%loadFromPOM file [scope …]", "Adds what a pom.xml depends on.", libraries::loadFromPom),
                effect(
                        "%%loadFromPOM [scope …]",
                        "Adds what the cell, a pom or part of one, depends on.", libraries::loadFromCell),
                effect("%lsmagic", "Lists the magics.", call -> list()),
                effect("%maven group:artifact:version …", "Adds libraries and what they depend on.", libraries::maven),
                effect("%mavenRepo id url", "Looks for libraries there, too.", libraries::addRepository),
                effect("%reset", "Forgets all variables, methods, classes and imports.", call -> session.reset()),
                new Magic("%time code", "Runs code and prints how long it took.", timing::time),
                new Magic("%%time", "Runs the cell and prints how long it took.", timing::timeCell),
                new Magic("%timeit code", "Runs code many times and prints the mean and its spread.", timing::repeat),
                effect("%who", "Lists the variables.", call -> who()));
    }

    private Magic effect(String usage, String help, Magic.Effect effect) {
        return Magic.of(usage, help, session, effect);
    }

    List<Magic> all() {
        return magics;
    }

    /** The magic with this name and percent signs. */
    Optional<Magic> find(String name) {
        return magics.stream().filter(magic -> magic.name().equals(name)).findFirst();
    }

    private void list() {
        System.out.println(
                "Magics: " + String.join(", ", magics.stream().map(Magic::name).toList()));
    }

    private void help(Call call) {
        String wanted = call.arguments().replace("%", "");
        List<Magic> found = magics.stream()
                .filter(magic ->
                        wanted.isEmpty() || magic.name().replace("%", "").equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new UsageException("there is no magic " + call.arguments());
        }
        found.forEach(magic -> System.out.printf("%-32s %s%n", magic.usage(), magic.help()));
    }

    private void who() {
        for (Variable variable : session.variables()) {
            System.out.println(variable.type() + " " + variable.name() + " = " + variable.value());
        }
    }
}
