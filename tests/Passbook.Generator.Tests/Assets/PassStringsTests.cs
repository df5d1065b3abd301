using System.Text;
using CsCheck;

namespace Passbook.Generator.Tests.Assets;

public sealed class PassStringsTests
{
    [Fact]
    public void Plain_texts_are_one_a_line_in_ASCII() => Assert.Equal(
        "\"Gate\" = \"Portti\";\n\"Seat\" = \"Paikka\";\n"u8.ToArray(),
        PassStrings.Write([new("Gate", "Portti"), new("Seat", "Paikka")]));

    [Fact]
    public void Texts_beyond_ASCII_make_the_file_UTF_16_with_its_mark()
    {
        var file = PassStrings.Write([new("Gate", "Lähtöportti")]);

        Assert.Equal([0xFF, 0xFE], file[..2]);
        Assert.Equal("\"Gate\" = \"Lähtöportti\";\n", Encoding.Unicode.GetString(file[2..]));
    }

    [Fact]
    public void Quotation_marks_backslashes_and_line_ends_are_escaped() => Assert.Equal(
        """
        "a\"b\\c" = "d\ne\rf\tg";

        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString(PassStrings.Write([new("a\"b\\c", "d\ne\rf\tg")])));

    [Fact]
    public void Every_encoding_is_read()
    {
        const string File = "/* Käpy */\n\"Gate\" = \"Lähtöportti\";\n// end";
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

        Assert.All(encodings, encoding =>
            Assert.Equal("Lähtöportti", PassStrings.Read([.. encoding.Preamble, .. encoding.GetBytes(File)])["Gate"]));
    }

    [Theory]
    [InlineData("\"a\" = \"say \"hi\"\";", "Line 1: a ; is missing, or a quotation mark inside a text is not written as \\\".")]
    [InlineData("\"say \"hi\"\" = \"a\";", "Line 1: a = is missing, or a quotation mark inside a text is not written as \\\".")]
    [InlineData("\"a\" = \"b\"\n\"c\" = \"d\";", "Line 2: a ; is missing.")]
    [InlineData("\"a\" = \"b\"", "Line 1: a ; is missing.")]
    [InlineData("\n\"a\" \"b\";", "Line 2: a = is missing.")]
    [InlineData("a = \"b\";", "Line 1: a \" is missing.")]
    [InlineData("\"a\" = \"b", "Line 1: a quotation mark is not closed.")]
    [InlineData("/* a", "Line 1: a comment is not closed.")]
    [InlineData("\"a\" = \"b\";\n\"a\" = \"c\";", "Line 2: the text \"a\" stands there twice.")]
    [InlineData("\"a\" = \"b\\", "Line 1: a quotation mark is not closed.")]
    [InlineData("\"a\" = \"\\u00", "Line 1: a quotation mark is not closed.")]
    public void A_file_Wallet_would_ignore_is_refused_with_its_line(string file, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => PassStrings.Read(Encoding.UTF8.GetBytes(file))).Message);

    [Fact]
    public void Bytes_that_are_no_letter_are_refused()
    {
        const string File = "\"Gate\" = \"Lähtöportti\";";
        byte[][] files =
        [
            Encoding.Latin1.GetBytes(File),
            [.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes(File)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(File)[..^1]],
            [.. Encoding.BigEndianUnicode.Preamble, .. "\"a\" = \""u8, 0xD8, 0x00, 0x00, 0x22],
        ];

        Assert.All(files, file => Assert.Contains("bytes that are no letter", Assert.Throws<FormatException>(() => PassStrings.Read(file)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Escapes_are_read() =>
        Assert.Equal("\n\r\t\"\\ä'", PassStrings.Read("\"a\" = \"\\n\\r\\t\\\"\\\\\\U00e4\\'\";"u8)["a"]);

    [Fact]
    public void Any_texts_written_are_read_back()
    {
        var text = Gen.String[Gen.OneOf(Gen.Char['\0', '~'], Gen.Char['\u00a0', '\ud7ff'], Gen.Const('"'), Gen.Const('\\')), 0, 8];

        Gen.Dictionary(text, text)[0, 5].Sample(texts => PassStrings.Read(PassStrings.Write(texts)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SequenceEqual(texts.OrderBy(pair => pair.Key, StringComparer.Ordinal)));
    }
}
