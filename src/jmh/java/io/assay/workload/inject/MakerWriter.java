package io.assay.workload.inject;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.util.function.IntUnaryOperator;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes {@link Maker}s: what a hand would write who knows all components. */
final class MakerWriter {
    private final ServiceGraph graph;
    private final int from;
    private final int to;

    private MakerWriter(ServiceGraph graph, int from, int to) {
        this.graph = graph;
        this.from = from;
        this.to = to;
    }

    static String name(int from) {
        return ComponentWriter.PREFIX + "Maker" + from;
    }

    static byte[] write(ServiceGraph graph, int from, int to) {
        return new MakerWriter(graph, from, to).write();
    }

    private byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name(from), null, "java/lang/Object", new String[] {
            Type.getInternalName(Maker.class)
        });
        Instructions.defaultConstructor(writer);
        make(writer);
        fill(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void make(ClassWriter writer) {
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC, "make", "(I[Ljava/lang/Object;)Ljava/lang/Object;", null, null);
        method.visitCode();
        Label[] cases = new Label[to - from];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = new Label();
        }
        Label other = new Label();
        method.visitVarInsn(ILOAD, 1);
        method.visitTableSwitchInsn(from, to - 1, other, cases);
        for (int number = from; number < to; number++) {
            method.visitLabel(cases[number - from]);
            method.visitFrame(F_SAME, 0, null, 0, null);
            construct(method, number, 2, i -> i);
            method.visitInsn(ARETURN);
        }
        method.visitLabel(other);
        method.visitFrame(F_SAME, 0, null, 0, null);
        method.visitInsn(ACONST_NULL);
        method.visitInsn(ARETURN);
        Instructions.end(method);
    }

    private void fill(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "fill", "([Ljava/lang/Object;)V", null, null);
        method.visitCode();
        for (int number = from; number < to; number++) {
            int[] dependencies = graph.dependencies()[number];
            method.visitVarInsn(ALOAD, 1);
            Instructions.push(method, number);
            construct(method, number, 1, i -> dependencies[i]);
            method.visitInsn(AASTORE);
        }
        method.visitInsn(RETURN);
        Instructions.end(method);
    }

    private void construct(MethodVisitor method, int number, int array, IntUnaryOperator place) {
        int[] dependencies = graph.dependencies()[number];
        method.visitTypeInsn(NEW, ComponentWriter.internalName(number));
        method.visitInsn(DUP);
        for (int i = 0; i < dependencies.length; i++) {
            if (dependencies[i] == ServiceGraph.ABSENT) {
                method.visitInsn(ACONST_NULL);
                continue;
            }
            method.visitVarInsn(ALOAD, array);
            Instructions.push(method, place.applyAsInt(i));
            method.visitInsn(AALOAD);
            method.visitTypeInsn(CHECKCAST, ComponentWriter.internalName(dependencies[i]));
        }
        method.visitMethodInsn(
                INVOKESPECIAL,
                ComponentWriter.internalName(number),
                "<init>",
                ComponentWriter.constructor(dependencies),
                false);
    }
}
