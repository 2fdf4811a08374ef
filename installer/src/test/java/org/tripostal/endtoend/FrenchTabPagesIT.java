package org.tripostal.endtoend;

/** The same pages in French, whose words are longer. */
class FrenchTabPagesIT extends TabPagesIT {

    @Override
    String language() {
        return "fr";
    }
}
