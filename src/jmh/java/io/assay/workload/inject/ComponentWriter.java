package io.assay.workload.inject;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes a component class: its dependencies are the parameters of its only constructor, which counts itself. */
final class ComponentWriter {
    static final String PREFIX = "io/assay/workload/inject/made/";
    static final String LEDGER = PREFIX + "Ledger";
    private static final String[] INJECT = {"Ljakarta/inject/Inject;", "Ljavax/inject/Inject;"};
    private static final String[] SINGLETON = {"Ljakarta/inject/Singleton;", "Ljavax/inject/Singleton;"};

    private ComponentWriter() {}

    static String internalName(int number) {
        return number == ServiceGraph.ABSENT ? Type.getInternalName(Absent.class) : PREFIX + "C" + number;
    }

    static String descriptor(int number) {
        return "L" + internalName(number) + ";";
    }

    /** The constructor's descriptor. */
    static String constructor(int[] dependencies) {
        StringBuilder descriptor = new StringBuilder("(");
        for (int dependency : dependencies) {
            descriptor.append(descriptor(dependency));
        }
        return descriptor.append(")V").toString();
    }

    static byte[] write(int number, int[] dependencies) {
        String name = internalName(number);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, name, null, "java/lang/Object", new String[] {
            Type.getInternalName(Component.class)
        });
        for (String annotation : SINGLETON) {
            writer.visitAnnotation(annotation, true).visitEnd();
        }
        for (int i = 0; i < dependencies.length; i++) {
            writer.visitField(ACC_PRIVATE | ACC_FINAL, "d" + i, descriptor(dependencies[i]), null, null)
                    .visitEnd();
        }
        constructor(writer, name, dependencies);
        MethodVisitor numbered = writer.visitMethod(ACC_PUBLIC, "number", "()I", null, null);
        numbered.visitCode();
        Instructions.push(numbered, number);
        numbered.visitInsn(IRETURN);
        Instructions.end(numbered);
        told(writer, name, dependencies);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void constructor(ClassWriter writer, String name, int[] dependencies) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", constructor(dependencies), null, null);
        for (String annotation : INJECT) {
            method.visitAnnotation(annotation, true).visitEnd();
        }
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        for (int i = 0; i < dependencies.length; i++) {
            method.visitVarInsn(ALOAD, 0);
            method.visitVarInsn(ALOAD, i + 1);
            method.visitFieldInsn(PUTFIELD, name, "d" + i, descriptor(dependencies[i]));
        }
        method.visitFieldInsn(GETSTATIC, LEDGER, "made", "I");
        method.visitInsn(ICONST_1);
        method.visitInsn(IADD);
        method.visitFieldInsn(PUTSTATIC, LEDGER, "made", "I");
        method.visitInsn(RETURN);
        Instructions.end(method);
    }

    private static void told(ClassWriter writer, String name, int[] dependencies) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "dependencies", "()[Ljava/lang/Object;", null, null);
        method.visitCode();
        Instructions.push(method, dependencies.length);
        method.visitTypeInsn(ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < dependencies.length; i++) {
            method.visitInsn(DUP);
            Instructions.push(method, i);
            method.visitVarInsn(ALOAD, 0);
            method.visitFieldInsn(GETFIELD, name, "d" + i, descriptor(dependencies[i]));
            method.visitInsn(AASTORE);
        }
        method.visitInsn(ARETURN);
        Instructions.end(method);
    }

    /** The count that the constructors of one loader share. */
    static byte[] writeLedger() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, LEDGER, null, "java/lang/Object", new String[] {
            Type.getInternalName(MadeCount.class)
        });
        writer.visitField(ACC_PUBLIC | ACC_STATIC, "made", "I", null, null).visitEnd();
        Instructions.defaultConstructor(writer);
        MethodVisitor take = writer.visitMethod(ACC_PUBLIC, "take", "()I", null, null);
        take.visitCode();
        take.visitFieldInsn(GETSTATIC, LEDGER, "made", "I");
        take.visitInsn(ICONST_0);
        take.visitFieldInsn(PUTSTATIC, LEDGER, "made", "I");
        take.visitInsn(IRETURN);
        Instructions.end(take);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
