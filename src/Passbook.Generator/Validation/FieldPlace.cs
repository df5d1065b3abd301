namespace Passbook.Generator;

/// <summary>A field and where it stands.</summary>
/// <param name="Field">The field.</param>
/// <param name="Owner">What has it: the key of a style, or an event still to come.</param>
/// <param name="Group">The key of its list.</param>
/// <param name="Index">Its position there.</param>
internal readonly record struct FieldPlace(PassField Field, string Owner, string Group, int Index)
{
    // Made only for a problem: a path for each field would cost more than all rules together.
    public string Path => $"$.{Owner}.{Group}[{Index}]";

    public bool IsPrimary => Group == FieldWalk.Primary;

    public bool IsBack => Group == FieldWalk.Back;

    /// <summary>True where there is little room.</summary>
    public bool IsOnFront => Group is not (FieldWalk.Back or FieldWalk.AdditionalInfo);

    public bool MayHaveRow => Owner == "eventTicket" && Group == FieldWalk.Auxiliary;
}
