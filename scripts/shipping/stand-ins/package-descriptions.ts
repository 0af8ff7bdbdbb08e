import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { PackageRequest } from './fpm-arguments.ts';

/** The control file of a deb. */
export function debControl(request: PackageRequest): string {
  const { name, version, licence, vendor, arch, maintainer, section, url } = request;
  const lists = [
    ['Depends', request.depends],
    ['Recommends', request.recommends],
  ] as const;
  return [
    `Package: ${name}`,
    `Version: ${version}`,
    `License: ${licence}`,
    `Vendor: ${vendor}`,
    `Architecture: ${arch}`,
    `Maintainer: ${maintainer}`,
    ...lists.flatMap(([field, names]) =>
      names.length === 0 ? [] : [`${field}: ${names.join(', ')}`],
    ),
    `Section: ${section}`,
    'Priority: optional',
    `Homepage: ${url}`,
    `Description: ${request.summary}`,
    ...request.description.split('\n').map((line) => ` ${line.trim() || '.'}`),
    '',
  ].join('\n');
}

/** How rpmbuild names what fpm calls these. */
const PAYLOADS: Readonly<Record<string, string>> = {
  xzmt: 'w9T.xzdio',
  gzip: 'w1.gzdio',
};

/** The spec file of an rpm that is made from what stands in `root` already. */
export async function rpmSpec(request: PackageRequest, root: string): Promise<string> {
  const payload = PAYLOADS[request.compression];
  if (payload === undefined) throw new Error(`Compression ${request.compression} is unknown.`);
  return [
    // Nothing is stripped, compressed or looked into: it is shipped as it was built.
    '%global __os_install_post %{nil}',
    '%global debug_package %{nil}',
    '%global _build_id_links none',
    `%global _binary_payload ${payload}`,
    `Name: ${request.name}`,
    `Version: ${request.version}`,
    `Release: ${request.iteration}`,
    `Summary: ${request.summary}`,
    `License: ${request.licence}`,
    `Vendor: ${request.vendor}`,
    `Packager: ${request.maintainer}`,
    `URL: ${request.url}`,
    'AutoReqProv: no',
    ...request.depends.map((name) => `Requires: ${name}`),
    '%description',
    request.description,
    '%install',
    `cp -a --link '${root}/.' %{buildroot}`,
    '%post',
    await readFile(request.afterInstall, 'utf8'),
    '%postun',
    await readFile(request.afterRemove, 'utf8'),
    '%files',
    '%defattr(-,root,root,-)',
    ...ownFolders(request).map((folder) => `%dir "${folder}"`),
    ...request.files.map(({ to }) => `"${to}"`),
    '',
  ].join('\n');
}

/** Folders that hold single files of ours and are nobody else's. */
function ownFolders({ name, files }: PackageRequest): string[] {
  const folders = files.filter(({ from }) => !from.endsWith('/')).map(({ to }) => dirname(to));
  return [...new Set(folders)].filter((folder) => basename(folder) === name);
}
