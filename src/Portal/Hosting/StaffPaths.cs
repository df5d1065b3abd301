namespace Portal.Hosting;

/// <summary>Which paths belong to staff pages; everything else is the phones' and must never see a sign-in page.</summary>
public static class StaffPaths
{
    public const string Root = "/admin";
    public const string Circuit = "/_blazor";

    public static bool IsStaff(HttpContext context) => IsStaff(context.Request.Path);

    public static bool IsStaff(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static bool IsCircuit(HttpContext context) => context.Request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase);
}
