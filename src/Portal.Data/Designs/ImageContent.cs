namespace Portal.Data.Designs;

/// <summary>The bytes of an image, stored once however many designs use it.</summary>
public sealed class ImageContent
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }
}
