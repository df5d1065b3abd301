using System.Globalization;

namespace Portal.Data;

/// <summary>
/// An update tag as devices see it: opaque text <c>epoch-number</c>. Devices only store it and send it back.
/// </summary>
public readonly record struct UpdateTag(string Epoch, long Number)
{
    /// <summary>Reads a tag a device sent. Anything that was not written by <see cref="ToString"/> gives false.</summary>
    public static bool TryParse(string? text, out UpdateTag tag)
    {
        tag = default;
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash <= 0 || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;

        tag = new UpdateTag(text![..dash], number);
        return true;
    }

    /// <summary>The number to list after: -1, which lists everything, when the tag is of another clock or ahead of this one.</summary>
    public static long Since(string? text, string epoch, long current) =>
        TryParse(text, out var tag) && string.Equals(tag.Epoch, epoch, StringComparison.Ordinal) && tag.Number <= current ? tag.Number : -1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Number}");
}
