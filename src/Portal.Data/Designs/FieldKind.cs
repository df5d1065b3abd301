namespace Portal.Data.Designs;

/// <summary>What a per-pass field holds.</summary>
public enum FieldKind
{
    Text,

    /// <summary>A number with at most six decimal places.</summary>
    Number,

    /// <summary>An amount, stored in the currency's minor units.</summary>
    Money,

    /// <summary>An instant with the offset of the place it happens at.</summary>
    Date,

    /// <summary>One of the design's listed texts.</summary>
    Choice,
}
