package io.assay.workload.inject;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SIPUSH;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** What all written classes have in common. */
final class Instructions {
    private Instructions() {}

    /** Pushes a number, 0 or more. */
    static void push(MethodVisitor method, int number) {
        if (number <= Short.MAX_VALUE) {
            method.visitIntInsn(SIPUSH, number);
        } else {
            method.visitLdcInsn(number);
        }
    }

    static void end(MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    static void defaultConstructor(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(RETURN);
        end(method);
    }
}
