package noisebook.data;

/** The gender of a Russian noun, with which its adjectives agree: белый кот, белая собака. */
public enum Gender {
    MASCULINE,
    FEMININE
}
