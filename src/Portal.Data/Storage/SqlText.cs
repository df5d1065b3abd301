using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Text functions of both databases, for use inside queries only.</summary>
public static class SqlText
{
    /// <summary>SQL's <c>lower</c>. SQLite knows the ASCII letters only.</summary>
    /// <exception cref="InvalidOperationException">Called outside a query.</exception>
    public static string Lower(string? text) => throw new InvalidOperationException($"'{text}' has to be lowered by the database.");

    internal static void Register(ModelBuilder builder) =>
        builder.HasDbFunction(typeof(SqlText).GetMethod(nameof(Lower))!).HasName("lower").IsBuiltIn();
}
