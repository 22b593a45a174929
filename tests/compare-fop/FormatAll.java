import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;

import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;

/**
 * Formats many files with FOP in one Java machine: its start costs more than a page.
 * Reads names without their suffix from standard input, one a line; makes NAME.pdf of NAME.fo and keeps
 * what FOP said in NAME.log. A file that FOP cannot format has no NAME.pdf. Images are not recognised
 * here; run.sh gives files with images to the command fop.
 *   java -cp FOP-AND-WHAT-IT-NEEDS FormatAll.java fop.xml <names
 */
public class FormatAll {
    public static void main(String[] arguments) throws Exception {
        File configuration = new File(arguments[0]);
        BufferedReader names =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name; (name = names.readLine()) != null; )
            attempt(configuration, name);
    }

    private static void attempt(File configuration, String name) throws Exception {
        PrintStream terminal = System.err;
        Path pdf = Path.of(name + ".pdf");
        Files.deleteIfExists(pdf);
        try (PrintStream log = new PrintStream(name + ".log", StandardCharsets.UTF_8)) {
            System.setErr(log);
            try {
                format(configuration, Path.of(name + ".fo"), pdf);
            } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
                log.println("ERROR " + failure.getMessage());
                Files.deleteIfExists(pdf);
            }
        } finally {
            System.setErr(terminal);
        }
    }

    private static void format(File configuration, Path source, Path pdf) throws Exception {
        FopFactory factory =
            new FopConfParser(configuration, source.toAbsolutePath().toUri()).getFopFactoryBuilder().build();
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(pdf))) {
            Fop fop = factory.newFop("application/pdf", output);
            TransformerFactory.newInstance().newTransformer().transform(
                new StreamSource(source.toFile()), new SAXResult(fop.getDefaultHandler()));
        }
    }
}
