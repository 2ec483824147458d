package noisebook.magic;

/** A pom from a cell, which may hold only the elements that matter. */
final class PomText {
    private PomText() {}

    /** The text itself if it is a whole project; else a project around its dependencies and other elements. */
    static String whole(String cell) {
        if (cell.contains("<project")) {
            return cell.strip();
        }
        boolean bare = cell.contains("<dependency>") && !cell.contains("<dependencies>");
        String elements = bare ? "<dependencies>" + cell + "</dependencies>" : cell;
        return "<project><modelVersion>4.0.0</modelVersion><groupId>cell</groupId><artifactId>cell</artifactId>"
                + "<version>1</version>" + elements + "</project>";
    }
}
