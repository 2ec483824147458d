package noisebook.repl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the classes of cells, so that {@code System.exit} ends the cell instead of this JVM and, where threads cannot be
 * stopped from outside, every method and loop asks whether it should go on.
 */
final class CellBytecode {
    private static final String GUARD = CellGuard.class.getName().replace('.', '/');

    private static final Handle EXIT = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
    private static final Handle GUARDED_EXIT = new Handle(Opcodes.H_INVOKESTATIC, GUARD, "exit", "(I)V", false);

    private CellBytecode() {}

    static byte[] guarded(byte[] classFile) {
        if (CellThreads.CAN_STOP_THREADS && !mentionsExit(classFile)) {
            return classFile;
        }
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Guard(writer), 0);
        return writer.toByteArray();
    }

    private static boolean mentionsExit(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        return text.contains("exit") || text.contains("halt");
    }

    private static final class Guard extends ClassVisitor {
        Guard(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodGuard(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private static final class MethodGuard extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        MethodGuard(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        private void check() {
            if (!CellThreads.CAN_STOP_THREADS) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "check", "()V", false);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String call = owner + "." + name + descriptor;
            switch (call) {
                case "java/lang/System.exit(I)V" -> exit("(I)V");
                case "java/lang/Runtime.exit(I)V", "java/lang/Runtime.halt(I)V" -> exit("(Ljava/lang/Runtime;I)V");
                default -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        /** Method references such as {@code System::exit}. */
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] guarded = Arrays.stream(arguments)
                    .map(argument -> EXIT.equals(argument) ? GUARDED_EXIT : argument)
                    .toArray();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, guarded);
        }

        private void exit(String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", descriptor, false);
        }
    }
}
