package example;

import com.dslplatform.json.CompiledJson;

/**
 * What the service answers; its converter is made by the compiler.
 *
 * @param text to whom
 * @param visitor how many have been greeted, this one included
 */
@CompiledJson
public record Greeting(String text, int visitor) {}
