package dev.brood.internal.call;

import dev.brood.WireException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.SyncFailedException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.InputMismatchException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's common exceptions, by name: those whose message and cause are all there is to them. No
 * class is loaded by name; a name is only looked up here.
 */
final class WellKnownThrowables {
  private static final Map<String, Factory> FACTORIES = new HashMap<>();

  static {
    withCause(Throwable.class, Throwable::new);
    withCause(Exception.class, Exception::new);
    withCause(RuntimeException.class, RuntimeException::new);
    withCause(Error.class, Error::new);
    withCause(IllegalArgumentException.class, IllegalArgumentException::new);
    withCause(IllegalStateException.class, IllegalStateException::new);
    withCause(UnsupportedOperationException.class, UnsupportedOperationException::new);
    withCause(SecurityException.class, SecurityException::new);
    withCause(InternalError.class, InternalError::new);
    withCause(LinkageError.class, LinkageError::new);
    withCause(ClassNotFoundException.class, ClassNotFoundException::new);
    withCause(BootstrapMethodError.class, BootstrapMethodError::new);
    withCause(AssertionError.class, AssertionError::new);
    withCause(IOException.class, IOException::new);
    withCause(ConcurrentModificationException.class, ConcurrentModificationException::new);
    withCause(NoSuchElementException.class, NoSuchElementException::new);
    withCause(CompletionException.class, CompletionException::new);
    withCause(ExecutionException.class, ExecutionException::new);
    withCause(RejectedExecutionException.class, RejectedExecutionException::new);
    withCause(DateTimeException.class, DateTimeException::new);
    withMessage(ArithmeticException.class, ArithmeticException::new);
    withMessage(ArrayIndexOutOfBoundsException.class, ArrayIndexOutOfBoundsException::new);
    withMessage(ArrayStoreException.class, ArrayStoreException::new);
    withMessage(ClassCastException.class, ClassCastException::new);
    withMessage(CloneNotSupportedException.class, CloneNotSupportedException::new);
    withMessage(IllegalAccessException.class, IllegalAccessException::new);
    withMessage(IllegalMonitorStateException.class, IllegalMonitorStateException::new);
    withMessage(IllegalThreadStateException.class, IllegalThreadStateException::new);
    withMessage(IndexOutOfBoundsException.class, IndexOutOfBoundsException::new);
    withMessage(InstantiationException.class, InstantiationException::new);
    withMessage(InterruptedException.class, InterruptedException::new);
    withMessage(NegativeArraySizeException.class, NegativeArraySizeException::new);
    withMessage(NoSuchFieldException.class, NoSuchFieldException::new);
    withMessage(NoSuchMethodException.class, NoSuchMethodException::new);
    withMessage(NullPointerException.class, NullPointerException::new);
    withMessage(NumberFormatException.class, NumberFormatException::new);
    withMessage(StringIndexOutOfBoundsException.class, StringIndexOutOfBoundsException::new);
    withMessage(AbstractMethodError.class, AbstractMethodError::new);
    withMessage(ClassCircularityError.class, ClassCircularityError::new);
    withMessage(ClassFormatError.class, ClassFormatError::new);
    withMessage(IllegalAccessError.class, IllegalAccessError::new);
    withMessage(IncompatibleClassChangeError.class, IncompatibleClassChangeError::new);
    withMessage(InstantiationError.class, InstantiationError::new);
    withMessage(NoClassDefFoundError.class, NoClassDefFoundError::new);
    withMessage(NoSuchFieldError.class, NoSuchFieldError::new);
    withMessage(NoSuchMethodError.class, NoSuchMethodError::new);
    withMessage(OutOfMemoryError.class, OutOfMemoryError::new);
    withMessage(StackOverflowError.class, StackOverflowError::new);
    withMessage(UnknownError.class, UnknownError::new);
    withMessage(UnsatisfiedLinkError.class, UnsatisfiedLinkError::new);
    withMessage(UnsupportedClassVersionError.class, UnsupportedClassVersionError::new);
    withMessage(VerifyError.class, VerifyError::new);
    withMessage(CharConversionException.class, CharConversionException::new);
    withMessage(EOFException.class, EOFException::new);
    withMessage(FileNotFoundException.class, FileNotFoundException::new);
    withMessage(InterruptedIOException.class, InterruptedIOException::new);
    withMessage(SyncFailedException.class, SyncFailedException::new);
    withMessage(UTFDataFormatException.class, UTFDataFormatException::new);
    withMessage(UnsupportedEncodingException.class, UnsupportedEncodingException::new);
    withMessage(ConnectException.class, ConnectException::new);
    withMessage(MalformedURLException.class, MalformedURLException::new);
    withMessage(NoRouteToHostException.class, NoRouteToHostException::new);
    withMessage(ProtocolException.class, ProtocolException::new);
    withMessage(SocketException.class, SocketException::new);
    withMessage(SocketTimeoutException.class, SocketTimeoutException::new);
    withMessage(UnknownHostException.class, UnknownHostException::new);
    withMessage(AccessDeniedException.class, AccessDeniedException::new);
    withMessage(DirectoryNotEmptyException.class, DirectoryNotEmptyException::new);
    withMessage(FileAlreadyExistsException.class, FileAlreadyExistsException::new);
    withMessage(FileSystemException.class, FileSystemException::new);
    withMessage(FileSystemLoopException.class, FileSystemLoopException::new);
    withMessage(NoSuchFileException.class, NoSuchFileException::new);
    withMessage(NotDirectoryException.class, NotDirectoryException::new);
    withMessage(NotLinkException.class, NotLinkException::new);
    withMessage(InputMismatchException.class, InputMismatchException::new);
    withMessage(BrokenBarrierException.class, BrokenBarrierException::new);
    withMessage(CancellationException.class, CancellationException::new);
    withMessage(TimeoutException.class, TimeoutException::new);
    withMessage(DataFormatException.class, DataFormatException::new);
    withMessage(ZipException.class, ZipException::new);
    withCause(
        WireException.class, (message, cause) -> new WireException(String.valueOf(message), cause));
    withCause(
        UncheckedIOException.class,
        (message, cause) ->
            new UncheckedIOException(
                message, cause instanceof IOException io ? io : new IOException(cause)));
    withCause(
        ExceptionInInitializerError.class,
        (message, cause) ->
            cause == null
                ? new ExceptionInInitializerError(message)
                : new ExceptionInInitializerError(cause));
  }

  private WellKnownThrowables() {}

  /**
   * Builds an exception.
   *
   * @return null if the type is not one of them
   */
  static @Nullable Throwable create(
      String typeName, @Nullable String message, @Nullable Throwable cause) {
    Factory factory = FACTORIES.get(typeName);
    return factory == null ? null : factory.create(message, cause);
  }

  private static void withCause(Class<? extends Throwable> type, Factory factory) {
    FACTORIES.put(type.getName(), factory);
  }

  private static void withMessage(Class<? extends Throwable> type, MessageFactory factory) {
    FACTORIES.put(
        type.getName(),
        (message, cause) -> {
          Throwable throwable = factory.create(message);
          if (cause != null) {
            throwable.initCause(cause);
          }
          return throwable;
        });
  }

  private interface Factory {
    Throwable create(@Nullable String message, @Nullable Throwable cause);
  }

  private interface MessageFactory {
    Throwable create(@Nullable String message);
  }
}
