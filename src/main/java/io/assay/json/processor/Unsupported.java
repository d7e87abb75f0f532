package io.assay.json.processor;

import javax.lang.model.element.Element;

/** A class or field that no converter can be made for. */
final class Unsupported extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Element element;

    Unsupported(Element element, String message) {
        super(message);
        this.element = element;
    }

    /** Where the compiler is to point at. */
    Element element() {
        return element;
    }
}
