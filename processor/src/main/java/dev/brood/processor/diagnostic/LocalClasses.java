package dev.brood.processor.diagnostic;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reports the annotation in local and anonymous classes. No compiler has elements for those, so it
 * would be ignored in silence; but javac shows the trees of the source.
 *
 * <p>Where another compiler runs the types of these trees may be missing, so this class must not
 * even be loaded there: {@link Reporter} asks for it where it is javac that runs.
 */
final class LocalClasses {
  private final Trees trees;
  private final Elements elements;
  private final String packageName;
  private final String simpleName;

  /**
   * Creates an object that looks into local classes.
   *
   * @param environment javac's own
   * @param annotation its qualified name
   */
  LocalClasses(ProcessingEnvironment environment, String annotation) {
    int dot = annotation.lastIndexOf('.');
    this.trees = Trees.instance(environment);
    this.elements = environment.getElementUtils();
    this.packageName = annotation.substring(0, dot);
    this.simpleName = annotation.substring(dot + 1);
  }

  /** Looks through the files of some types. */
  void report(Collection<TypeElement> types) {
    Set<CompilationUnitTree> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (TypeElement type : types) {
      TreePath path = trees.getPath(type);
      if (path != null && seen.add(path.getCompilationUnit())) {
        Scanner scanner = new Scanner(isImported(path.getCompilationUnit()));
        scanner.scan(path.getCompilationUnit(), false);
      }
    }
  }

  /** Whether the simple name means the annotation. No type has been resolved yet. */
  private boolean isImported(CompilationUnitTree file) {
    String home = file.getPackageName() == null ? "" : file.getPackageName().toString();
    boolean onDemand = home.equals(packageName);
    for (ImportTree each : file.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      if (!each.isStatic() && name.endsWith("." + simpleName)) {
        return name.equals(packageName + "." + simpleName);
      }
      onDemand |= !each.isStatic() && name.equals(packageName + ".*");
    }
    String neighbour = home.isEmpty() ? simpleName : home + "." + simpleName;
    return onDemand && (home.equals(packageName) || elements.getTypeElement(neighbour) == null);
  }

  /** Goes through a file; the argument tells whether the place is within a local class. */
  private final class Scanner extends TreePathScanner<@Nullable Void, Boolean> {
    private final boolean imported;

    Scanner(boolean imported) {
      this.imported = imported;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean local) {
      Tree around = getCurrentPath().getParentPath().getLeaf();
      boolean member = around instanceof ClassTree || around instanceof CompilationUnitTree;
      boolean within = local || !member;
      if (within) {
        check(type, type.getModifiers(), type.getSimpleName().toString());
      }
      return super.visitClass(type, within);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Boolean local) {
      if (local) {
        check(method, method.getModifiers(), method.getName().toString());
      }
      return super.visitMethod(method, local);
    }

    private void check(Tree tree, ModifiersTree modifiers, String name) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        String type = annotation.getAnnotationType().toString();
        if (type.equals(packageName + "." + simpleName) || (imported && type.equals(simpleName))) {
          String text = Diagnostic.LOCAL_CLASS.text(name);
          trees.printMessage(Kind.ERROR, text, tree, getCurrentPath().getCompilationUnit());
        }
      }
    }
  }
}
