using System.Globalization;
using System.Text;

namespace Passbook.Generator;

internal sealed class PassStringsReader(string file)
{
    private int _position;

    public Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (SkipBlanks())
        {
            var text = ReadQuoted();
            Expect('=');
            var translation = ReadQuoted();
            Expect(';');
            if (!texts.TryAdd(text, translation))
                throw Wrong($"the text \"{text}\" stands there twice");
        }

        return texts;
    }

    /// <summary>Goes to the next thing that is neither blank nor comment; false at the end of the file.</summary>
    private bool SkipBlanks()
    {
        while (_position < file.Length)
        {
            if (char.IsWhiteSpace(file[_position]))
                _position++;
            else if (At("/*"))
                _position = After("*/");
            else if (At("//"))
                _position = file.IndexOf('\n', _position) is >= 0 and var end ? end : file.Length;
            else
                return true;
        }

        return false;
    }

    private string ReadQuoted()
    {
        Expect('"');
        var text = new StringBuilder();
        for (; _position < file.Length; _position++)
        {
            switch (file[_position])
            {
                case '"':
                    _position++;
                    return text.ToString();
                case '\\' when _position + 1 < file.Length:
                    _position++;
                    text.Append(Unescape());
                    break;
                default:
                    text.Append(file[_position]);
                    break;
            }
        }

        throw Wrong("a quotation mark is not closed");
    }

    private char Unescape()
    {
        switch (file[_position])
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'U' or 'u' when ushort.TryParse(
                file.AsSpan(_position + 1, Math.Min(4, file.Length - _position - 1)),
                NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default: return file[_position];
        }
    }

    private void Expect(char wanted)
    {
        var before = _position;
        if (!SkipBlanks())
            throw Wrong($"a {wanted} is missing");
        if (file[_position] != wanted)
            throw Wrong($"a {wanted} is missing{(IsInText(wanted, before) ? ", or a quotation mark inside a text is not written as \\\"" : "")}");
        _position++;
    }

    /// <summary>True when the text seems to go on, on its line, after the mark that was taken for its end.</summary>
    private bool IsInText(char wanted, int end) =>
        (wanted is ';' || (wanted is '=' && file[_position] != '"')) && !file.AsSpan(end, _position - end).Contains('\n');

    private bool At(string mark) => string.CompareOrdinal(file, _position, mark, 0, mark.Length) == 0;

    private int After(string mark) =>
        file.IndexOf(mark, _position, StringComparison.Ordinal) is >= 0 and var found
            ? found + mark.Length
            : throw Wrong("a comment is not closed");

    private FormatException Wrong(string what)
    {
        var line = file.AsSpan(0, Math.Min(_position, file.Length)).Count('\n') + 1;
        return new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what}."));
    }
}
